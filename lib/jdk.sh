# Finds a JDK that is new enough; sourced by the scripts that need one, which set $command to their name.

required=25

# The feature version of a JDK, from its release file; nothing when it is not a JDK.
version_of() {
    [[ -x $1/bin/javac && -r $1/release ]] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# What Java says its own version is, with build number.
runtime_version() {
    sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$1/release"
}

jdk_candidates() {
    printf '%s\n' "${JAVA_HOME:-}"
    local javac
    if javac=$(command -v javac); then
        dirname -- "$(dirname -- "$(readlink -f -- "$javac" 2>/dev/null || printf '%s' "$javac")")"
    fi
    printf '%s\n' /usr/lib/jvm/* ~/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/java/* /opt/jdk* /opt/java ~/.jdks/*
}

find_jdk() {
    local candidate version
    while IFS= read -r candidate; do
        version=$(version_of "$candidate")
        if [[ ${version:-0} -ge $required ]]; then
            export JAVA_HOME=$candidate
            return
        fi
    done < <(jdk_candidates)
    echo "$command: no JDK $required or later was found in JAVA_HOME, on the PATH, or in the usual folders." >&2
    echo "Install one (for example Eclipse Temurin $required), or set JAVA_HOME to it." >&2
    exit 5
}
