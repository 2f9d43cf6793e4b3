-- The products of a domain, page by page.
create index published_version_domain on published_version (domain, product_id, revision desc);
