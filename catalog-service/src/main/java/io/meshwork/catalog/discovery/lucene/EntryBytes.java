package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.SchemaText;
import io.meshwork.catalog.product.Listing;
import io.meshwork.catalog.product.ProductHeader;
import io.meshwork.catalog.product.Score.Quality;
import io.meshwork.catalog.product.Verdict.Compliance;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Products as bytes, part after part: a page of them is read in a millisecond, as JSON it would take ten. */
final class EntryBytes {

    private EntryBytes() {}

    static byte[] write(Entry entry) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            write(entry, out);
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written to", e);
        }
        return out.toArrayCopy();
    }

    static Entry read(BytesRef bytes) throws IOException {
        return read(new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length));
    }

    private static void write(Entry entry, DataOutput out) throws IOException {
        write(entry.header(), out);
        out.writeString(entry.version());
        out.writeString(entry.state().text());
        out.writeString(entry.compliance().text());
        out.writeString(entry.quality().text());
        Double score = entry.qualityScore();
        out.writeLong(Double.doubleToLongBits(score == null ? Double.NaN : score));
        out.writeLong(entry.freshAt().getEpochSecond());
        out.writeVInt(entry.freshAt().getNano());
        writeTexts(entry.formats(), out);
        out.writeVInt(entry.schema().size());
        for (SchemaText text : entry.schema()) {
            out.writeString(text.name());
            writeText(text.description(), out);
        }
        writeTexts(entry.inputs(), out);
        out.writeVInt(entry.consumers());
    }

    private static Entry read(DataInput in) throws IOException {
        return new Entry(
                readHeader(in),
                in.readString(),
                Listing.State.fromText(in.readString()),
                Compliance.fromText(in.readString()),
                Quality.fromText(in.readString()),
                readScore(in),
                Instant.ofEpochSecond(in.readLong(), in.readVInt()),
                readTexts(in),
                readSchema(in),
                readTexts(in),
                in.readVInt());
    }

    private static void write(ProductHeader header, DataOutput out) throws IOException {
        out.writeString(header.id());
        out.writeString(header.domain());
        out.writeString(header.name());
        writeText(header.title(), out);
        writeText(header.description(), out);
        out.writeString(header.type());
        out.writeString(header.lifecycle());
        writeText(header.classification(), out);
        writeText(header.ownerTeam(), out);
        writeText(header.ownerContact(), out);
        writeTexts(header.tags(), out);
    }

    private static ProductHeader readHeader(DataInput in) throws IOException {
        return new ProductHeader(
                in.readString(),
                in.readString(),
                in.readString(),
                readText(in),
                readText(in),
                in.readString(),
                in.readString(),
                readText(in),
                readText(in),
                readText(in),
                readTexts(in));
    }

    private static @Nullable Double readScore(DataInput in) throws IOException {
        double score = Double.longBitsToDouble(in.readLong());
        return Double.isNaN(score) ? null : score;
    }

    private static List<SchemaText> readSchema(DataInput in) throws IOException {
        int size = in.readVInt();
        List<SchemaText> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(new SchemaText(in.readString(), readText(in)));
        }
        return texts;
    }

    private static void writeText(@Nullable String text, DataOutput out) throws IOException {
        out.writeByte((byte) (text == null ? 0 : 1));
        if (text != null) {
            out.writeString(text);
        }
    }

    private static @Nullable String readText(DataInput in) throws IOException {
        return in.readByte() == 0 ? null : in.readString();
    }

    private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        out.writeVInt(texts.size());
        for (String text : texts) {
            out.writeString(text);
        }
    }

    private static List<String> readTexts(DataInput in) throws IOException {
        int size = in.readVInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.readString());
        }
        return texts;
    }
}
