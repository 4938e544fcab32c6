package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.util.List;

/**
 * Another tool's list as exceptions of ours. None covers more than the tool hid.
 *
 * @param skipped what could not be said without covering more, or without knowing more
 */
public record Translation(List<Waiver> waivers, List<ImportReport.Skipped> skipped) {}
