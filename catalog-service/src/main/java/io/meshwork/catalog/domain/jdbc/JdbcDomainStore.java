package io.meshwork.catalog.domain.jdbc;

import io.meshwork.catalog.domain.Domain;
import io.meshwork.catalog.domain.DomainStore;
import io.meshwork.contract.domain.DomainDescriptor;
import io.meshwork.contract.model.Owner;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whoever publishes shares the rows of its domains; whoever changes a domain has it alone. */
@Repository
class JdbcDomainStore implements DomainStore {

    private final JdbcClient jdbc;

    JdbcDomainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A domain that is not there has no row to lock, so changes of domains go one after the other. */
    @Override
    public Map<String, Domain> lock(Collection<String> names) {
        jdbc.sql("select pg_advisory_xact_lock('domain'::regclass::oid::bigint)")
                .query(rows -> {});
        Map<String, Domain> domains = new HashMap<>();
        jdbc.sql("select * from domain where name = any(:names) order by name for update")
                .param("names", names.toArray(String[]::new))
                .query(JdbcDomainStore::domain)
                .list()
                .forEach(domain -> domains.put(domain.name(), domain));
        return domains;
    }

    @Override
    public Set<String> inUse(Collection<String> names) {
        return jdbc.sql("""
                        select name from unnest(:names) as asked(name)
                        where exists (
                            select from product
                            where domain = asked.name and latest_version is not null and lifecycle <> 'retired')
                        or exists (select from template where domain = asked.name and not withdrawn)
                        """)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    @Override
    public Set<String> among(Collection<String> domains) {
        return jdbc.sql("select name from domain where name = any(:names) and not withdrawn order by name for share")
                .param("names", domains.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    @Override
    public Set<String> notWithdrawn(Collection<String> domains) {
        return jdbc.sql("""
                        select asked.name from unnest(:names) as asked(name)
                        where not exists (select from domain d where d.name = asked.name and d.withdrawn)
                        """)
                .param("names", domains.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    @Override
    public void put(Collection<Domain> domains) {
        for (Domain domain : domains) {
            DomainDescriptor described = domain.descriptor();
            jdbc.sql("""
                            insert into domain (name, title, description, owner_team, owner_contact, members, revision, withdrawn,
                                principal, changed_at)
                            values (:name, :title, :description, :team, :contact, :members, :revision, :withdrawn, :principal, :at)
                            on conflict (name) do update set
                                title = excluded.title, description = excluded.description, owner_team = excluded.owner_team,
                                owner_contact = excluded.owner_contact, members = excluded.members,
                                revision = excluded.revision, withdrawn = excluded.withdrawn, principal = excluded.principal,
                                changed_at = excluded.changed_at
                            """)
                    .param("name", domain.name())
                    .param("title", described.title())
                    .param("description", described.description())
                    .param("team", described.owner().team())
                    .param("contact", described.owner().contact())
                    .param("members", described.members().toArray(String[]::new))
                    .param("revision", domain.revision())
                    .param("withdrawn", domain.withdrawn())
                    .param("principal", domain.principal())
                    .param("at", Timestamp.from(domain.changedAt()))
                    .update();
            putMembers(domain);
        }
    }

    /** For readers of the SQL views. */
    private void putMembers(Domain domain) {
        List<String> members =
                domain.withdrawn() ? List.of() : domain.descriptor().members();
        jdbc.sql("delete from data_catalog.user_domain_access where domain = :domain and user_id <> all(:members)")
                .param("domain", domain.name())
                .param("members", members.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into data_catalog.user_domain_access (user_id, domain)
                        select unnest(:members), :domain on conflict do nothing
                        """)
                .param("domain", domain.name())
                .param("members", members.toArray(String[]::new))
                .update();
    }

    @Override
    public Optional<Domain> find(String name) {
        return jdbc.sql("select * from domain where name = :name")
                .param("name", name)
                .query(JdbcDomainStore::domain)
                .optional();
    }

    @Override
    public List<Domain> list(@Nullable String after, int limit) {
        return jdbc.sql("select * from domain where name > :after and not withdrawn order by name limit :limit")
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(JdbcDomainStore::domain)
                .list();
    }

    private static Domain domain(ResultSet row, int n) throws SQLException {
        Array members = row.getArray("members");
        return new Domain(
                new DomainDescriptor(
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("description"),
                        new Owner(row.getString("owner_team"), row.getString("owner_contact")),
                        List.of((String[]) members.getArray())),
                row.getLong("revision"),
                row.getBoolean("withdrawn"),
                row.getString("principal"),
                row.getTimestamp("changed_at").toInstant());
    }
}
