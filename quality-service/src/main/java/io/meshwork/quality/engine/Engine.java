package io.meshwork.quality.engine;

import io.meshwork.quality.check.Measure;
import java.util.Collection;

/** Takes measures from data; never throws for anything that the data, the location or an author's query may be. */
public interface Engine {

    ScanResult scan(DataFile file, Collection<Measure> measures);
}
