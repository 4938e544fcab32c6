package io.plumbline.policy;

/** What a statement does with the requests that it matches (IAM reference, "Effect"). */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** The word as it stands in a document; IAM takes it in this case only. */
    public String word() {
        return word;
    }
}
