import APIClient
import Forms

extension StoreReport {
    /// What the store has to tell, each a line of its own; nothing where all is well.
    var words: [Phrase] {
        Strings.Home.report(damaged, sealedByAnotherKey, ofNewerDesk, expired.map(\.title))
    }
}

extension Desk {
    /// What the officer's store found and did by itself since it was last asked; told once, whoever asks.
    func takeStoreReport() -> [Phrase] {
        takeStartWarnings() + (store?.takeReport().words ?? []) + takeTroubles()
    }
}
