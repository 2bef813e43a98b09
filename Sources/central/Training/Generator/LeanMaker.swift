import Forms
import Foundation
import Models

/// Makes dossiers by the million: a few of each slice are worked out as `BulkGenerator` does, each of the others is a
/// copy of one of these with a person, numbers and an id of its own.
///
/// Rows, codes, registers, events, due dates and the index of the search are as an intake leaves them, so every list,
/// search and figure has the same work with them. For measuring only: the declarations are empty, papers have no names,
/// nothing says why a day is due or what a fee consists of, most dossiers have ended, many of them with one act, and copies of one model have their moments in common.
struct LeanMaker: Sendable {
    /// The dossiers of a slice, ready to be put in.
    struct Batch: Sendable {
        var slice: BulkGenerator.Slice
        var models: [DossierLoad.Model]
        var entries: [DossierLoad.Entry]
    }

    /// Dossiers for each one that is worked out.
    private static let copies = 50
    static let largestSlice = 2000
    static let workingDays = 200

    let bulk: BulkGenerator
    let graphs: [ProcessRef: ProcessGraph]
    let seal: DataSeal

    /// - Parameter person: The number of the slice's first person; those of others are further away than it has dossiers.
    func make(_ slice: BulkGenerator.Slice, person: Int) throws -> Batch {
        var chance = SplitMix64(seed: slice.seed)
        let models = bulk.models(slice, count: (slice.count + Self.copies - 1) / Self.copies, &chance)
        guard !models.isEmpty else { return Batch(slice: slice, models: [], entries: []) }
        var people = LeanPeople(set: bulk.set, first: person)
        let addresses = (0..<40).map { _ in bulk.address(near: slice.unit, &chance) }
        let stem = DossierWriter.stem(slice.unit, slice.day)
        let prepared = try models.map { try LeanModel($0, graphs) }
        // By their moments, so that the numbers of a day run as time does.
        let order = (0..<slice.count).map { _ in chance.below(models.count) }.sorted()
        let entries = try order.enumerated().map { index, choice in
            let model = prepared[choice]
            let shared = model.load.stored.dossier
            let milliseconds = shared.submittedAt.seconds * 1000 + Int64(chance.below(1000))
            let number = PersonMaker.padded(slice.lastCode + index + 1, 4)
            let numbers = LeanModel.Numbers(
                id: UUIDv7.make(milliseconds: milliseconds, using: &chance), code: stem + number,
                number: number,
                register: slice.lastEntry + index + 1,
                lookupCode: String((0..<4).map { _ in chance.pick(LookupCode.alphabet) }))
            return try model.entry(choice, numbers, &people, addresses, seal, &chance)
        }
        return Batch(slice: slice, models: prepared.map(\.load), entries: entries)
    }
}
