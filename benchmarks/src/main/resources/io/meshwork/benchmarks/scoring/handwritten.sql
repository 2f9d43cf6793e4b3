SELECT count(*) AS "rows",
       count(*) - count(order_id) AS "null-order_id",
       count(*) - count(customer_email) AS "null-customer_email",
       count(*) - count(country) AS "null-country",
       count(*) - count(currency) AS "null-currency",
       count(*) - count(status) AS "null-status",
       count(*) - count(amount) AS "null-amount",
       count(*) - count(quantity) AS "null-quantity",
       count(*) - count(sku) AS "null-sku",
       count(*) - count(ordered_at) AS "null-ordered_at",
       count(*) - count(note) AS "null-note",
       count(*) FILTER (WHERE NOT regexp_matches(customer_email, '^[^@ ]+@[^@ ]+[.][a-z]+$')) AS "invalid-customer_email",
       count(*) FILTER (WHERE country NOT IN ('DE', 'FR', 'IT', 'ES', 'PL', 'NL')) AS "invalid-country",
       count(*) FILTER (WHERE currency NOT IN ('EUR', 'USD', 'GBP')) AS "invalid-currency",
       count(*) FILTER (WHERE currency IS NULL OR currency = 'n/a') AS "missing-currency",
       count(*) FILTER (WHERE status NOT IN ('open', 'paid', 'shipped', 'returned')) AS "invalid-status",
       count(*) FILTER (WHERE NOT regexp_matches(sku, '^SKU-[0-9]{5}$')) AS "invalid-sku",
       count(*) FILTER (WHERE sku IS NULL OR sku = 'unknown') AS "missing-sku",
       count(*) FILTER (WHERE note IS NULL OR note = '') AS "missing-note"
FROM read_parquet('%1$s/orders.parquet');

SELECT count(order_id) - count(DISTINCT order_id) AS "unique-order_id"
FROM read_parquet('%1$s/orders.parquet');
