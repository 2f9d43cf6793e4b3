package io.meshwork.cli.quality;

import io.meshwork.contract.read.Problem;
import io.meshwork.quality.examination.Examined;
import java.util.List;

/** What became of one contract. */
sealed interface LocalRun {

    String file();

    /** @param product id and version, such as {@code cart.orders 1.2.0} */
    record Checked(String file, String product, String version, Examined examined) implements LocalRun {}

    /** The document is no valid contract. */
    record Invalid(String file, List<Problem> problems) implements LocalRun {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** @param reason why there is nothing to check; it names the file */
    record Unusable(String file, String reason) implements LocalRun {}
}
