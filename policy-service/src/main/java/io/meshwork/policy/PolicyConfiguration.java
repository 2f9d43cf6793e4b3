package io.meshwork.policy;

import io.meshwork.messaging.security.Authorizer;
import io.meshwork.policy.authorization.AccessDesk;
import io.meshwork.policy.authorization.AccessForm;
import io.meshwork.policy.define.FolderReader;
import io.meshwork.policy.define.PolicyBook;
import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.evaluation.DryRun;
import io.meshwork.policy.evaluation.Evaluation;
import io.meshwork.policy.evaluation.Explanations;
import io.meshwork.policy.evaluation.MeshFacts;
import io.meshwork.policy.evaluation.PolicySets;
import io.meshwork.policy.evaluation.Verdicts;
import io.meshwork.policy.inforce.SetRevisions;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.waiver.WaiverBook;
import io.meshwork.policy.waiver.WaiverRecords;
import io.meshwork.policy.waiver.WaiverVersions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain parts together. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicyReader policyReader() {
        return new PolicyReader(new PolicyLanguage());
    }

    @Bean
    FolderReader folderReader(PolicyReader reader) {
        return new FolderReader(reader);
    }

    @Bean
    PolicyBook policyBook(
            SetRevisions sets, PolicyVersions versions, PolicyReader reader, Authorizer authorizer, Clock clock) {
        return new PolicyBook(sets, versions, reader, authorizer, clock);
    }

    @Bean
    WaiverBook waiverBook(
            SetRevisions sets,
            WaiverVersions waivers,
            PolicyVersions policies,
            PolicyReader reader,
            Authorizer authorizer,
            Clock clock) {
        return new WaiverBook(sets, waivers, policies, reader, authorizer, clock);
    }

    @Bean
    PolicySets policySets(PolicyVersions versions, WaiverRecords waivers, PolicyReader reader) {
        return new PolicySets(versions, waivers, reader);
    }

    @Bean
    DryRun dryRun(SetRevisions revisions, PolicySets sets, Verdicts verdicts, MeshFacts facts, Clock clock) {
        return new DryRun(revisions, sets, verdicts, facts, clock);
    }

    @Bean
    Evaluation evaluation(SetRevisions revisions, PolicySets sets, Verdicts verdicts, MeshFacts facts, Clock clock) {
        return new Evaluation(revisions, sets, verdicts, facts, clock);
    }

    @Bean
    AccessDesk accessDesk(SetRevisions revisions, PolicySets sets, Verdicts verdicts, MeshFacts facts, Clock clock) {
        return new AccessDesk(revisions, sets, verdicts, facts, clock);
    }

    @Bean
    AccessForm accessForm(Authorizer authorizer) {
        return new AccessForm(authorizer);
    }

    @Bean
    Explanations explanations(SetRevisions revisions, PolicySets sets, Verdicts verdicts, MeshFacts facts) {
        return new Explanations(revisions, sets, verdicts, facts);
    }
}
