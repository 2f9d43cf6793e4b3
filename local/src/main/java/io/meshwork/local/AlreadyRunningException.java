package io.meshwork.local;

import io.meshwork.local.state.MeshHome;

/** Another supervisor holds the state folder; it was not disturbed. */
public final class AlreadyRunningException extends Exception {

    AlreadyRunningException(MeshHome home) {
        super("a mesh is already running in " + home.folder());
    }
}
