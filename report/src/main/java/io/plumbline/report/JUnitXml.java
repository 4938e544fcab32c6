package io.plumbline.report;

import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.Assessment;
import io.plumbline.assess.ControlResult;
import io.plumbline.model.Status;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements of the JUnit report. */
record JUnitXml(XMLStreamWriter xml, ReportInput input, JUnitUnits units) {

    void write() throws XMLStreamException {
        Assessment assessment = input.assessment();
        Totals totals = Totals.of(assessment.controls());
        Map<String, List<ControlResult>> byAccount =
                assessment.controls().stream().collect(Collectors.groupingBy(ControlResult::accountId));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", "Plumbline " + String.join(", ", assessment.frameworks()));
        counts(totals);
        xml.writeCharacters("\n");
        for (AssessedAccount account : input.active()) {
            suite(account, byAccount.getOrDefault(account.id(), List.of()));
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    private void suite(AssessedAccount account, List<ControlResult> controls) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", ReportInput.accountLabel(account.name(), account.id()));
        counts(Totals.of(controls));
        attribute(
                "timestamp",
                input.assessment()
                        .now()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace("Z", ""));
        xml.writeCharacters("\n");
        xml.writeStartElement("properties");
        property("accountId", account.id());
        property("partition", input.assessment().partition());
        property("snapshot", input.assessment().snapshot());
        property("entered", Boolean.toString(account.entered()));
        property("plumbline", input.version());
        xml.writeEndElement();
        xml.writeCharacters("\n");
        for (ControlResult control : controls) {
            testCase(control);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void counts(Totals totals) throws XMLStreamException {
        attribute("tests", Long.toString(totals.all()));
        attribute("failures", Long.toString(totals.failed()));
        attribute("errors", Long.toString(totals.unknown()));
        attribute("skipped", Long.toString(totals.manual() + totals.notApplicable()));
        attribute("time", "0");
    }

    private void testCase(ControlResult control) throws XMLStreamException {
        xml.writeStartElement("testcase");
        String framework = control.framework().isEmpty() ? "rules" : control.framework();
        attribute("classname", control.section().isEmpty() ? framework : framework + "." + control.section());
        attribute("name", control.control() + " " + control.title());
        attribute("time", "0");
        switch (control.status()) {
            case PASS -> {}
            case FAIL -> outcome("failure", control, control.failed() + " of " + control.checked() + " failed");
            case UNKNOWN -> outcome("error", control, control.unknown() + " could not be judged");
            case MANUAL -> outcome("skipped", control, control.manual() + " wait for a person's answer");
            case NOT_APPLICABLE -> outcome("skipped", control, "not applicable in this account");
        }
        if (control.excepted() > 0) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(control.excepted() + " failed under a valid exception.");
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void outcome(String element, ControlResult control, String message) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        if (control.status() == Status.FAIL || control.status() == Status.UNKNOWN) {
            attribute("type", control.severity().word());
        }
        xml.writeCharacters(XmlText.of(units.of(control)));
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value));
    }
}
