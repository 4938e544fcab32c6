package io.plumbline.aws;

import java.util.List;

/**
 * An organizational unit and where it stands in the tree; AWS tells the way only to who walks it.
 *
 * @param parentId the unit above, or the root
 * @param path names from the root down, without the root's own
 */
record OrganizationalUnitRow(String id, String arn, String name, String parentId, List<String> path) {}
