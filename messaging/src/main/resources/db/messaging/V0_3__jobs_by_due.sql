-- What is due is looked for by kind, which is for job_due: by a primary key that begins with the kind, PostgreSQL reads and sorts
-- all jobs of the kind for each look, since it plans while there are few.
alter table job drop constraint job_pkey, add primary key (key, kind);
