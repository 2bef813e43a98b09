import Forms
import TUI

/// `docs/keys.md`, made from the action table.
enum KeysDocument {
    static func markdown() -> String { DeskActions.table.markdown(.vi, scopeNames: Strings.Keys.scopes) }
}
