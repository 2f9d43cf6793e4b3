package io.meshwork.quality.run.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.run.Profiles;
import io.meshwork.quality.run.Profiles.Kept;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the data of products looks like. */
@RestController
@RequestMapping("/api/v1/profiles")
class ProfileController {

    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    /** A profile as of a run. */
    record ProfileView(
            String productId, String version, long runSequence, Instant profiledAt, List<DataProfile> datasets) {

        static ProfileView from(Kept kept) {
            return new ProfileView(
                    kept.productId(), kept.version(), kept.sequence(), kept.profiledAt(), kept.datasets());
        }
    }

    /** @param version null for the newest profile whatever its version */
    @GetMapping("/{productId}")
    ProfileView latest(@PathVariable String productId, @RequestParam(required = false) @Nullable String version) {
        return profiles.latest(productId, version)
                .map(ProfileView::from)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "profile.unknown",
                        "No profile",
                        "the data of '" + productId + "' was never read"
                                + (version == null ? "" : " in version " + version)
                                + "; its score says why: GET /api/v1/scores/" + productId,
                        List.of()));
    }

    /** Profiles that are kept, newest first. */
    record History(List<ProfileView> profiles) {}

    @GetMapping("/{productId}/history")
    History history(@PathVariable String productId) {
        return new History(profiles.history(productId, Profiles.MOST_PROFILES).stream()
                .map(ProfileView::from)
                .toList());
    }
}
