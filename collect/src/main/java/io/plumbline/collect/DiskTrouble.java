package io.plumbline.collect;

/** What was read could not be written. The scan ends here: going on would lose what AWS answers. It can be resumed. */
final class DiskTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiskTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
