package io.meshwork.catalog.template.jdbc;

import io.meshwork.catalog.template.TemplateStore;
import io.meshwork.catalog.template.TemplateVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes are seldom and go one after the other, so that the owner of a name is decided once. */
@Repository
class JdbcTemplateStore implements TemplateStore {

    /** All but the document, which is large and seldom asked for. */
    private static final String COLUMNS =
            "name, version, domain, description, revision, withdrawn, principal, changed_at";

    private final JdbcClient jdbc;

    JdbcTemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock('template'::regclass::oid::bigint)")
                .query(rows -> {});
    }

    @Override
    public Map<String, List<TemplateVersion>> versions(Collection<String> names) {
        return byName(jdbc.sql("select " + COLUMNS + " from template where name = any(:names) order by name")
                .param("names", names.toArray(String[]::new))
                .query(JdbcTemplateStore::version)
                .list());
    }

    @Override
    public Optional<String> document(String name, String version) {
        return jdbc.sql("select document from template where name = :name and version = :version")
                .param("name", name)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    @Override
    public Map<String, List<TemplateVersion>> offered(@Nullable String after, int templates) {
        return byName(jdbc.sql("select " + COLUMNS + """
                         from template
                        where not withdrawn and name in (
                            select distinct name from template where name > :after and not withdrawn order by name limit :limit)
                        order by name
                        """)
                .param("after", after == null ? "" : after)
                .param("limit", templates)
                .query(JdbcTemplateStore::version)
                .list());
    }

    private static Map<String, List<TemplateVersion>> byName(List<TemplateVersion> templates) {
        return templates.stream()
                .collect(Collectors.groupingBy(TemplateVersion::name, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public void put(TemplateVersion template, String document) {
        jdbc.sql("""
                        insert into template (name, version, domain, description, document, revision, withdrawn, principal, changed_at)
                        values (:name, :version, :domain, :description, :document, :revision, :withdrawn, :principal, :at)
                        on conflict (name, version) do update set
                            document = excluded.document, revision = excluded.revision, withdrawn = excluded.withdrawn,
                            principal = excluded.principal, changed_at = excluded.changed_at
                        """)
                .param("name", template.name())
                .param("version", template.version())
                .param("domain", template.domain())
                .param("description", template.description())
                .param("document", document)
                .param("revision", template.revision())
                .param("withdrawn", template.withdrawn())
                .param("principal", template.principal())
                .param("at", Timestamp.from(template.changedAt()))
                .update();
    }

    private static TemplateVersion version(ResultSet row, int n) throws SQLException {
        return new TemplateVersion(
                row.getString("name"),
                row.getString("version"),
                row.getString("domain"),
                row.getString("description"),
                row.getLong("revision"),
                row.getBoolean("withdrawn"),
                row.getString("principal"),
                row.getTimestamp("changed_at").toInstant());
    }
}
