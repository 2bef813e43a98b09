extension TypedWord {
    /// Heeds a mark where there is a letter for it.
    ///
    /// - Returns: false where it would make no possible syllable; its key is then a letter.
    mutating func set(_ mark: Mark, _ key: Character, _ options: TypingOptions) -> Bool {
        let before = letters
        if case .tone(let wanted) = mark {
            guard wanted != tone, letters.contains(where: \.isVowel) else { return false }
            // After a tone these end a sentence more often than they change the tone.
            if tone != .level, key == "." || key == "?" { return false }
            guard isPossible(letters, wanted, options),
                Spelling.tonePlace(letters, options.tones) != nil
            else { return false }
            isToneRemoved = wanted == .level
            tone = wanted
        } else {
            guard !isPlain else { return false }
            if isRepaired, mark.sets(.horn) {
                isRepaired = false
                last = nil
                return true
            }
            let choices = choices(mark)
            let possible = choices.first { Spelling.isPossible($0, tone) }
            guard let chosen = possible ?? (options.checksSpelling ? nil : choices.first) else {
                return false
            }
            letters = chosen
        }
        last = Last(key: key, mark: mark, letters: before)
        repair()
        isRepaired = false
        show(options)
        return true
    }

    /// The ways to heed a mark, the best first.
    func choices(_ mark: Mark) -> [[Letter]] {
        var choices: [[Letter]] = []
        let start = Spelling.initialLength(letters)
        if mark == .stroke {
            // The letter just typed, as in HĐND, or the initial of the syllable, from anywhere in it.
            let places = [letters.count - 1] + (letters.contains(where: \.isVowel) ? [0] : [])
            for place in places where letters.indices.contains(place) {
                guard letters[place].base == UInt8(ascii: "d"), letters[place].shape == .plain else {
                    continue
                }
                var changed = letters
                changed[place].shape = .stroke
                choices.append(changed)
            }
            return choices
        }
        if mark.sets(.horn), let place = pair(from: start) {
            var changed = letters
            // thuở, huơ: the pair at the end keeps its plain u, until something follows it.
            let isOpen =
                place + 2 == letters.count && letters[place].shape == .plain
                && letters[place + 1].shape != .horn && Spelling.endsInUO(letters[..<start])
            if !isOpen { changed[place].shape = .horn }
            changed[place + 1].shape = .horn
            if changed != letters { choices.append(changed) }
        }
        let first = start < letters.count ? start : 0
        for place in (first..<letters.count).reversed() {
            guard let shape = mark.shape(for: letters[place].base), letters[place].shape != shape else {
                continue
            }
            var changed = letters
            changed[place].shape = shape
            choices.append(changed)
            // ươ to uô.
            if shape == .circumflex, place > first, letters[place - 1].shape == .horn {
                changed[place - 1].shape = .plain
                choices.append(changed)
            }
        }
        return choices
    }

    private func pair(from start: Int) -> Int? {
        guard start + 1 < letters.count else { return nil }
        return (start..<letters.count - 1).first {
            letters[$0].base == UInt8(ascii: "u") && letters[$0 + 1].base == UInt8(ascii: "o")
        }
    }

    /// Telex: `w` without a vowel to change is ư.
    mutating func stands(_ mark: Mark, _ key: Character, _ options: TypingOptions) -> Bool {
        guard mark == .breveOrHorn, options.loneW, !isPlain, !letters.contains(where: \.isVowel) else {
            return false
        }
        let changed = letters + [Letter(base: UInt8(ascii: "u"), shape: .horn, isUpper: key.isUppercase)]
        guard isPossible(changed, tone, options) else { return false }
        last = Last(key: key, mark: mark, letters: letters, isLetter: true)
        letters = changed
        show(options)
        return true
    }
}
