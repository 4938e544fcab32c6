package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.util.List;
import java.util.Optional;

/** Views that people saved. */
public final class SavedViews {
    private final Ledger ledger;

    SavedViews(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Somebody's own and those that are shared, by name. */
    public List<SavedView> of(String person, Optional<String> page) {
        Where where = new Where().and("(shared or person = :it)", person).and("page = :it", page);
        return ledger.read(handle -> where.bind(
                        handle.createQuery("select * from saved_view" + where.sql() + " order by name, id"))
                .map((row, context) -> new SavedView(
                        row.getString("id"),
                        row.getString("page"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getBoolean("shared"),
                        row.getString("person")))
                .list());
    }

    /**
     * Saves one.
     *
     * @throws BadInput if it has no name
     */
    public SavedView save(String page, String name, String query, boolean shared, String person) {
        if (name.isBlank()) {
            throw new BadInput("A view needs a name.");
        }
        SavedView view = new SavedView(Secrets.id("view"), page, name.strip(), query, shared, person);
        ledger.write(handle -> handle.execute(
                "insert into saved_view (id, page, name, query, shared, person) values (?, ?, ?, ?, ?, ?)",
                view.id(),
                view.page(),
                view.name(),
                view.query(),
                view.shared(),
                view.owner()));
        return view;
    }

    /**
     * Deletes one of somebody's own.
     *
     * @throws BadInput if there is none, or it is somebody else's
     */
    public void delete(String id, String person) {
        int deleted = ledger.write(
                handle -> handle.execute("delete from saved_view where id = ? and person = ?", id, person));
        if (deleted == 0) {
            throw new BadInput("There is no view '" + id + "' of yours.");
        }
    }
}
