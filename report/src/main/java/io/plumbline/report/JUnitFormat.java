package io.plumbline.report;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML for CI servers: a test suite an account, a test case a control, its class name {@code framework.section}. FAIL is a failure
 * that lists the failed units (the first {@value JUnitUnits#SHOWN}), UNKNOWN an error, MANUAL and NOT_APPLICABLE are skipped, so that
 * nothing unread looks green. There is no official schema; this keeps to the elements that Ant wrote first and Jenkins, GitLab and Azure
 * DevOps read. Units come control by control, suites go account by account: what a failure says waits in a temporary file.
 */
@AutoService(Format.class)
public final class JUnitFormat implements Format {
    @Override
    public String id() {
        return "junit";
    }

    @Override
    public String fileName() {
        return "plumbline.junit.xml";
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        Streams.write(out, writer -> {
            try (Spool spool = new Spool()) {
                JUnitUnits units = JUnitUnits.read(input, spool);
                XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
                new JUnitXml(xml, input, units).write();
                xml.flush();
            } catch (XMLStreamException e) {
                throw new UncheckedIOException(
                        new IOException("The JUnit report could not be written: " + e.getMessage(), e));
            }
        });
    }
}
