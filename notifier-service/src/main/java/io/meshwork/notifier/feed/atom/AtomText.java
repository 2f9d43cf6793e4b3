package io.meshwork.notifier.feed.atom;

import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.news.Links;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Atom as RFC 4287 has it. Every text is text, also one with markup in it. */
final class AtomText {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** What the field {@code severity} of an update says, as a category. */
    private static final String SEVERITIES = "urn:meshwork:severity";

    private static final String KINDS = "urn:meshwork:kind";

    private final XMLStreamWriter xml;
    private final Links links;

    private AtomText(XMLStreamWriter xml, Links links) {
        this.xml = xml;
        this.links = links;
    }

    static byte[] of(AtomFeed feed, Links links) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new AtomText(xml, links).write(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed in memory can always be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(AtomFeed feed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element("id", urn(feed.id()));
        element("title", feed.title());
        element("updated", feed.updated().toString());
        xml.writeStartElement("author");
        element("name", feed.author());
        xml.writeEndElement();
        link("self", feed.self());
        if (feed.next() != null) {
            link("next", feed.next());
        }
        for (var entry : feed.entries()) {
            write(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Entry entry) throws XMLStreamException {
        var update = entry.update();
        var news = update.news();
        xml.writeStartElement("entry");
        element("id", urn(update.id()));
        text("title", news.headline());
        element("updated", entry.toldAt().toString());
        element("published", update.occurredAt().toString());
        link("alternate", links.product(update.productId()));
        category(KINDS, news.kind().word());
        category(SEVERITIES, news.severity().word());
        text("content", content(entry));
        xml.writeEndElement();
    }

    private static String content(Entry entry) {
        List<String> lines = new ArrayList<>(entry.update().news().details());
        var advice = entry.update().news().advice();
        if (advice != null) {
            lines.add(advice);
        }
        if (!entry.update().changedFields().isEmpty()) {
            lines.add("Changed: " + String.join(", ", entry.update().changedFields()));
        }
        return lines.isEmpty() ? entry.update().news().headline() : String.join("\n", lines);
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("type", "text");
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }

    private void link(String relation, URI address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", XmlText.of(address.toASCIIString()));
    }

    private void category(String scheme, String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", scheme);
        xml.writeAttribute("term", term);
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }
}
