/// Login names that are given out one after the other: of a name's stem it is known how far its numbers have come, so that
/// ten thousand of one name cost no more than ten thousand names.
struct AccountNames {
    private var taken: Set<String> = []
    private var numbers: [String: Int] = [:]

    /// The next name of a stem that nobody has.
    mutating func free(_ stem: String, isTaken: (String) throws -> Bool) rethrows -> String {
        var number = numbers[stem] ?? 1
        var account = number == 1 ? stem : stem + String(number)
        while try taken.contains(account) || isTaken(account) {
            number += 1
            account = stem + String(number)
        }
        numbers[stem] = number
        return account
    }

    /// False where it was given out before.
    mutating func take(_ account: String) -> Bool { taken.insert(account).inserted }
}
