package io.plumbline.notify;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What came back over HTTP, when all went well. */
record Reply(int status, String body) {
    /** The body as JSON; an empty object if it is none. */
    JsonNode json() {
        try {
            return body.isBlank()
                    ? JsonNodeFactory.instance.objectNode()
                    : JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /**
     * A text that must be in the JSON.
     *
     * @throws ChannelTrouble if it is not there
     */
    String text(String pointer) {
        String text = json().at(pointer).asString("");
        if (text.isBlank()) {
            throw ChannelTrouble.because("The answer has no " + pointer
                    + ". See that the address is that of the system's API and not of something else.");
        }
        return text;
    }
}
