-- When it was decided how long to wait: a time of the future is one from before the clock was put back.
alter table slack_channel add column held_at timestamptz not null default now();
alter table mail_recipient add column held_at timestamptz not null default now();
