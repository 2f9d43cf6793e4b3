package io.meshwork.policy;

import io.meshwork.messaging.security.Authorizer;
import io.meshwork.policy.define.FolderReader;
import io.meshwork.policy.define.PolicyBook;
import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.evaluation.DryRun;
import io.meshwork.policy.evaluation.Evaluation;
import io.meshwork.policy.evaluation.PolicySets;
import io.meshwork.policy.evaluation.Verdicts;
import io.meshwork.policy.language.ProductLanguage;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain parts together. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    PolicyReader policyReader() {
        return new PolicyReader(new ProductLanguage());
    }

    @Bean
    FolderReader folderReader(PolicyReader reader) {
        return new FolderReader(reader);
    }

    @Bean
    PolicyBook policyBook(PolicyVersions versions, PolicyReader reader, Authorizer authorizer, Clock clock) {
        return new PolicyBook(versions, reader, authorizer, clock);
    }

    @Bean
    PolicySets policySets(PolicyVersions versions, PolicyReader reader) {
        return new PolicySets(versions, reader);
    }

    @Bean
    DryRun dryRun(PolicyVersions versions, PolicyReader reader, Verdicts verdicts) {
        return new DryRun(versions, reader, verdicts);
    }

    @Bean
    Evaluation evaluation(PolicyVersions versions, PolicySets sets, Verdicts verdicts, Clock clock) {
        return new Evaluation(versions, sets, verdicts, clock);
    }
}
