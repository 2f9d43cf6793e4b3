alter table subscription add column filter text; -- in CEL, null: none
