package io.meshwork.catalog.template.jdbc;

import io.meshwork.catalog.template.RegisteredTemplate;
import io.meshwork.catalog.template.TemplateStore;
import io.meshwork.contract.template.TemplateReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes are seldom and go one after the other, so that the owner of a name is decided once. */
@Repository
class JdbcTemplateStore implements TemplateStore {

    private final TemplateReader reader = new TemplateReader();
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
    public Map<String, List<RegisteredTemplate>> versions(Collection<String> names) {
        return byName(jdbc.sql("select * from template where name = any(:names) order by name")
                .param("names", names.toArray(String[]::new))
                .query(this::template)
                .list());
    }

    @Override
    public Map<String, List<RegisteredTemplate>> offered(@Nullable String after, int templates) {
        return byName(jdbc.sql("""
                        select * from template
                        where not withdrawn and name in (
                            select distinct name from template where name > :after and not withdrawn order by name limit :limit)
                        order by name
                        """)
                .param("after", after == null ? "" : after)
                .param("limit", templates)
                .query(this::template)
                .list());
    }

    private static Map<String, List<RegisteredTemplate>> byName(List<RegisteredTemplate> templates) {
        return templates.stream()
                .collect(Collectors.groupingBy(RegisteredTemplate::name, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public void put(Collection<RegisteredTemplate> templates) {
        for (RegisteredTemplate template : templates) {
            jdbc.sql("""
                            insert into template (name, version, domain, document, revision, withdrawn, principal, changed_at)
                            values (:name, :version, :domain, :document, :revision, :withdrawn, :principal, :at)
                            on conflict (name, version) do update set
                                document = excluded.document, revision = excluded.revision, withdrawn = excluded.withdrawn,
                                principal = excluded.principal, changed_at = excluded.changed_at
                            """)
                    .param("name", template.name())
                    .param("version", template.version())
                    .param("domain", template.domain())
                    .param("document", template.document())
                    .param("revision", template.revision())
                    .param("withdrawn", template.withdrawn())
                    .param("principal", template.principal())
                    .param("at", Timestamp.from(template.changedAt()))
                    .update();
        }
    }

    private RegisteredTemplate template(ResultSet row, int n) throws SQLException {
        String document = row.getString("document");
        return switch (reader.read(document)) {
            case TemplateReader.Result.Accepted(var template) ->
                new RegisteredTemplate(
                        template,
                        row.getString("domain"),
                        document,
                        row.getLong("revision"),
                        row.getBoolean("withdrawn"),
                        row.getString("principal"),
                        row.getTimestamp("changed_at").toInstant());
            case TemplateReader.Result.Refused refused ->
                throw new IllegalStateException("was readable when it was registered: " + refused);
        };
    }
}
