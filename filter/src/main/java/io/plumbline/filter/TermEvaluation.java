package io.plumbline.filter;

import java.util.List;

/** Evaluates patterns without braces on the text of events. */
final class TermEvaluation {
    private TermEvaluation() {}

    static Match match(List<Term> terms, String text) {
        Match required = Match.ALWAYS;
        Match optional = Match.NEVER;
        boolean anyOptional = false;
        for (Term term : terms) {
            Match found = find(term.content(), text);
            switch (term.sign()) {
                case REQUIRED -> required = required.and(found);
                case EXCLUDED -> required = required.and(found.not());
                case OPTIONAL -> {
                    anyOptional = true;
                    optional = optional.or(found);
                }
            }
        }
        return anyOptional ? required.and(optional) : required;
    }

    private static Match find(Term.Content content, String text) {
        return switch (content) {
            case Term.Matching regex -> Match.of(regex.regex().find(text));
            case Term.Phrase phrase -> find(phrase.text(), text);
        };
    }

    private static Match find(String phrase, String text) {
        if (phrase.isBlank()) {
            return Match.ALWAYS;
        }
        int at = text.indexOf(phrase);
        if (at < 0) {
            return Match.NEVER;
        }
        while (at >= 0) {
            if (!isPartOfWord(phrase, text, at)) {
                return Match.ALWAYS;
            }
            at = text.indexOf(phrase, at + 1);
        }
        return Match.onlyIf(Ambiguity.PART_OF_WORD);
    }

    /** Whether the word at one end of the phrase goes on in the text. */
    private static boolean isPartOfWord(String phrase, String text, int at) {
        int end = at + phrase.length();
        boolean before = at > 0 && Cursor.isWord(text.charAt(at - 1)) && Cursor.isWord(phrase.charAt(0));
        boolean after = end < text.length()
                && Cursor.isWord(text.charAt(end))
                && Cursor.isWord(phrase.charAt(phrase.length() - 1));
        return before || after;
    }
}
