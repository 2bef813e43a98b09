/// Draws values by their weights.
struct WeightedChoice<Value: Sendable>: Sendable {
    private let values: [Value]
    private let limits: [Int]

    /// - Parameter pairs: Not empty, weights above 0.
    init(_ pairs: [(Value, Int)]) {
        values = pairs.map(\.0)
        var sum = 0
        limits = pairs.map { pair in
            sum += pair.1
            return sum
        }
    }

    func draw(_ chance: inout SplitMix64) -> Value {
        let number = chance.below(limits.last ?? 1)
        var low = 0
        var high = limits.count - 1
        while low < high {
            let middle = (low + high) / 2
            if number < limits[middle] { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }
}

extension WeightedChoice where Value == String {
    init(_ words: [NameVocabulary.Weighted]) {
        self.init(words.map { ($0.text, $0.weight) })
    }
}
