package io.plumbline.policy;

/**
 * A place in the text of a policy.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param path the JSON path, such as {@code /Statement/0/Action/1}; empty for the document itself
 */
public record Location(int line, int column, String path) {

    @Override
    public String toString() {
        return (path.isEmpty() ? "the document" : path) + " (line " + line + ", column " + column + ")";
    }
}
