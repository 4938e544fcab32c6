create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'Nobody changes the audit log';
end;
$$;

create trigger audit_log_no_change before update or delete or truncate on audit_log
    for each statement execute function audit_log_is_append_only();
