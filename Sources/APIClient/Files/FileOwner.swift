import Models

/// Through what a file is read. Knowing its hash is no permission: the server looks at the draft or the dossier.
public enum FileOwner: Hashable, Sendable {
    case draft(ID)
    case dossier(ID)
}
