package io.meshwork.contract.read;

import io.meshwork.contract.read.value.Section;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What version 2 of the Open Data Contract Standard called things, and what version 3 calls them. */
final class Migration {

    private static final Map<String, String> AT_ROOT = new LinkedHashMap<>();
    private static final Map<String, String> BELOW = new LinkedHashMap<>();

    /** The lists of version 2 whose items changed. */
    private static final List<String> LISTS =
            List.of("dataset", "columns", "quality", "slaProperties", "stakeholders", "customProperties", "roles");

    static {
        AT_ROOT.put("uuid", "`id`");
        AT_ROOT.put("datasetDomain", "`domain`");
        AT_ROOT.put("quantumName", "`dataProduct`");
        AT_ROOT.put("dataset", "`schema`");
        AT_ROOT.put("stakeholders", "`members` of `team`");
        AT_ROOT.put("productDl", "a channel in `support`, with `tool: email`");
        AT_ROOT.put("productSlackChannel", "a channel in `support`, with `tool: slack`");
        AT_ROOT.put("productFeedbackUrl", "a channel in `support`, with its `url`");
        for (String key : List.of("server", "database", "datasetProject", "datasetName", "project", "driver")) {
            AT_ROOT.put(key, "part of an entry in `servers`");
        }
        for (String key : List.of("driverVersion", "schedulerAppName", "sourcePlatform", "sourceSystem")) {
            AT_ROOT.put(key, "an entry in `customProperties`");
        }
        for (String key : List.of("username", "password")) {
            AT_ROOT.put(key, "gone: contracts hold no credentials");
        }
        AT_ROOT.put("userConsumptionMode", "an entry in `customProperties`");
        AT_ROOT.put("slaDefaultColumn", "`element` of each entry in `slaProperties`");
        BELOW.put("table", "`name`");
        BELOW.put("dataGranularity", "`dataGranularityDescription`");
        BELOW.put("columns", "`properties`");
        BELOW.put("column", "`name`, or `element` in `slaProperties`");
        BELOW.put("isPrimary", "`primaryKey`");
        BELOW.put("isPrimaryKey", "`primaryKey`");
        BELOW.put("isUnique", "`unique`");
        BELOW.put("isNullable", "`required`, with the opposite value");
        BELOW.put("criticalDataElementStatus", "`criticalDataElement`");
        BELOW.put("encryptedColumnName", "`encryptedName`");
        BELOW.put("transformSourceTables", "`transformSourceObjects`");
        BELOW.put("sampleValues", "`examples`");
        BELOW.put("partitionStatus", "`partitioned`");
        BELOW.put("clusterStatus", "an entry in `customProperties`");
        BELOW.put("clusterKeyPosition", "an entry in `customProperties`");
        BELOW.put("templateName", "`metric`");
        BELOW.put("toolName", "`engine`");
        BELOW.put("toolRuleName", "part of `implementation`");
        BELOW.put("scheduleCronExpression", "`schedule`, with `scheduler: cron`");
    }

    private Migration() {}

    /** The renamed sections that most contracts have, in a sentence. */
    static String advice() {
        return "Migrate it to v3.1.0: `uuid` is now `id`, `datasetDomain` `domain`, `quantumName` `dataProduct`, `dataset`"
                + " `schema`, `table` and `column` `name`, `columns` `properties`, `isPrimary` `primaryKey`, `stakeholders`"
                + " `team`, and `server` and its kin moved to `servers`. Each of these that the contract uses is listed too.";
    }

    /** A problem at the first use of each name that changed. */
    static void explain(Section root) {
        Set<String> told = new HashSet<>();
        renamed(root, AT_ROOT, told);
        Deque<Section> open = new ArrayDeque<>(lists(root));
        while (!open.isEmpty()) {
            Section section = open.poll();
            renamed(section, BELOW, told);
            open.addAll(lists(section));
        }
    }

    private static void renamed(Section section, Map<String, String> names, Set<String> told) {
        names.forEach((old, now) -> {
            if (section.has(old) && told.add(old)) {
                section.error(
                        old,
                        "renamed",
                        "`" + old + "` belongs to version 2 of the standard",
                        "In version 3 it is " + now + ".");
            }
        });
    }

    private static List<Section> lists(Section section) {
        return LISTS.stream()
                .filter(key -> section.plain(key) instanceof List)
                .flatMap(key -> section.sections(key, "v2").stream())
                .toList();
    }
}
