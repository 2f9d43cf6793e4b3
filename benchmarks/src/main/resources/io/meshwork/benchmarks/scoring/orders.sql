COPY (
    SELECT 'o-' || CASE WHEN i %% 100000 = 1 THEN i - 1 ELSE i END AS order_id,
           CASE WHEN i %% 50 = 0 THEN NULL WHEN i %% 997 = 0 THEN 'nobody' ELSE 'customer' || hash(i) %% 300000 || '@example.com' END AS customer_email,
           (['DE', 'FR', 'IT', 'ES', 'PL', 'NL', 'XX'])[1 + CAST(hash(i * 3) %% 7 AS INTEGER)] AS country,
           CASE WHEN i %% 1000 = 0 THEN 'n/a' ELSE (['EUR', 'USD', 'GBP'])[1 + CAST(hash(i * 5) %% 3 AS INTEGER)] END AS currency,
           (['open', 'paid', 'shipped', 'returned', 'lost'])[1 + CAST(hash(i * 7) %% 5 AS INTEGER)] AS status,
           CASE WHEN i %% 200 = 0 THEN NULL ELSE (hash(i * 11) %% 100000) / 100.0 END AS amount,
           CAST(1 + hash(i * 13) %% 9 AS INTEGER) AS quantity,
           CASE WHEN i %% 777 = 0 THEN 'unknown' ELSE 'SKU-' || lpad(CAST(hash(i * 17) %% 10000 AS VARCHAR), 5, '0') END AS sku,
           TIMESTAMP '2026-01-01 00:00:00' + to_seconds(i) AS ordered_at,
           CASE WHEN i %% 3 = 0 THEN NULL WHEN i %% 7 = 0 THEN '' ELSE 'note ' || i %% 5000 END AS note
    FROM range(%d) AS t(i)
) TO '%s' (FORMAT parquet)
