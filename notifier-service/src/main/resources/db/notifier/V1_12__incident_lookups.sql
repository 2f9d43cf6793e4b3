-- The line of an incident that is looked at or handled by its number.
create index incident_line_of_number on incident_line (number);
