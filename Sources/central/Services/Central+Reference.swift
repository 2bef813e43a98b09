import Forms

extension Central {
    /// Looks values of reference dropdowns up in the sets in force on a day.
    func referenceCheck(on day: LocalDate) -> FormValidator.ReferenceCheck {
        let store = store
        return { set, value, parent in
            let found = try? store.readNow { database in
                try CatalogueTable.reference(
                    database, set: set, parent: parent, code: value, words: [], on: day, after: -1, limit: 1)
            }
            return found?.isEmpty == false
        }
    }
}
