package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person does with findings.
 *
 * @param ids which
 * @param owner who shall see to them; empty text for nobody
 * @param comment what there is to say
 * @param ticket a link; empty text for none
 */
public record FindingChange(
        Set<String> ids,
        Optional<String> owner,
        Optional<String> comment,
        Optional<Disposition> disposition,
        Optional<String> ticket) {

    /** @throws BadInput if there is nothing to do, or the ticket is no link */
    public FindingChange {
        ids = Set.copyOf(ids);
        owner = owner.map(String::strip);
        ticket = ticket.map(String::strip);
        comment = comment.map(String::strip);
        if (ids.isEmpty()) {
            throw new BadInput("No finding is named. Name at least one.");
        }
        if (owner.isEmpty() && comment.isEmpty() && disposition.isEmpty() && ticket.isEmpty()) {
            throw new BadInput(
                    "Nothing is to be done with the findings. Give an owner, a comment, a disposition or a ticket.");
        }
        if (comment.filter(String::isEmpty).isPresent()) {
            throw new BadInput("The comment is empty. Leave it out, or say something.");
        }
        // It is shown as a link, and a link of another kind could run a script.
        if (ticket.filter(link -> !link.isEmpty() && !link.matches("https?://\\S+"))
                .isPresent()) {
            throw new BadInput("The ticket is no link: it begins with https:// or http:// and has no space in it.");
        }
    }

    /** For the audit log. */
    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("findings", ids.stream().sorted().toList());
        owner.ifPresent(name -> detail.put("owner", name));
        comment.ifPresent(text -> detail.put("comment", text));
        disposition.ifPresent(one -> detail.put("disposition", one.word()));
        ticket.ifPresent(link -> detail.put("ticket", link));
        return detail;
    }
}
