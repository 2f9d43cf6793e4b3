-- Copies everything that a schema keeps about one product, again and again under other names, as if so many more had been published.
-- All but changed_in, by which the search index finds what is new.
do $$
declare
    kept   record;
    parts  text;
begin
    for kept in
        select t.table_name, c.column_name as key
        from information_schema.tables t
        join information_schema.columns c using (table_schema, table_name)
        where t.table_schema = '%1$s' and t.table_type = 'BASE TABLE'
          and (c.column_name = 'product_id' and t.table_name not in ('submission', 'notification')
               or t.table_name = 'product' and c.column_name = 'id'
               or t.table_name = 'current_state' and c.column_name = 'key')
        order by t.table_name <> 'product'
    loop
        select string_agg(format(case when data_type in ('text', 'jsonb')
                then 'replace(t.%%1$I::text, ''%2$s'', ''%2$s-'' || n)::%%2$s' else 't.%%1$I' end, column_name, data_type), ', '
                order by ordinal_position)
        into parts
        from information_schema.columns
        where table_schema = '%1$s' and table_name = kept.table_name and is_generated = 'NEVER' and column_name <> 'changed_in';
        execute format('insert into %1$s.%%I (%%s) select %%s from %1$s.%%I t cross join generate_series(1, %3$d) n where t.%%I = %%L',
            kept.table_name,
            (select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns
             where table_schema = '%1$s' and table_name = kept.table_name and is_generated = 'NEVER' and column_name <> 'changed_in'),
            parts, kept.table_name, kept.key, '%4$s');
    end loop;
end $$;
