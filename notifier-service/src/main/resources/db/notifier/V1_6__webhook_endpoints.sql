create table webhook_endpoint (
    id              text        primary key,
    team            text        not null,
    url             text        not null,
    created_by      text        not null,
    created_at      timestamptz not null,
    state           text        not null, -- enabled, disabled, gone
    reason          text,
    secret          text        not null, -- nonce and AES-GCM ciphertext in Base64
    previous_secret text,
    previous_until  timestamptz,
    changed_at      timestamptz not null,
    last_success    timestamptz,
    last_failure    timestamptz,
    failure         text,
    failures        int         not null, -- in a row
    failing_since   timestamptz,
    not_before      timestamptz           -- nothing is sent before, whichever replica sends
);

create index webhook_endpoint_by_team on webhook_endpoint (team);
