extension TypedWord {
    /// The key of a mark, pressed again, takes the mark away and stands itself.
    mutating func takeBack(_ mark: Mark, _ key: Character, _ options: TypingOptions) -> Bool {
        let isRepeated = last.map { $0.mark == mark && $0.key.lowercased() == key.lowercased() } ?? false
        let isFresh = given > 0 && given == keys.count - (options.method == .viqr && !key.isLetter ? 0 : 1)
        guard isRepeated || isFresh else { return false }
        if case .tone(let wanted) = mark {
            guard tone == wanted else { return false }
            // Pressed again, the key that took a tone away is a letter.
            guard wanted != .level || isRepeated else { return false }
            tone = .level
            leave(key, wanted == .level ? nil : .tone, options)
            return true
        }
        if isRepeated, let last {
            letters = last.letters
            if last.isLetter {
                leave(key, letters.isEmpty ? .loneW : nil, options)
            } else if mark == .stroke {
                leave(
                    key, letters.last.map { !$0.isVowel } == true && letters.count == 1 ? nil : .stroke,
                    options)
            } else {
                leave(key, nil, options)
            }
            return true
        }
        // A word that stood there: the mark is seen, but not the key that set it.
        guard let end = letters.last else { return false }
        switch mark {
        case .circumflex(let base?) where end.base == base && end.shape == .circumflex: break
        case .stroke where end.shape == .stroke: break
        case .circumflex(nil), .breve, .horn, .breveOrHorn:
            guard letters.contains(where: { mark.sets($0.shape) }) else { return false }
            // The sign of one letter may be set where another has it already.
            if choices(mark).contains(where: { Spelling.isPossible($0, tone) }) { return false }
        default: return false
        }
        for index in letters.indices where mark.sets(letters[index].shape) { letters[index].shape = .plain }
        leave(key, nil, options)
        return true
    }

    /// Shows the letters without the mark, and its key after them.
    private mutating func leave(_ key: Character, _ takenBack: TakenBack?, _ options: TypingOptions) {
        last = nil
        show(options)
        shown.append(key)
        if let letter = Letter(key), takenBack == nil, options.checksSpelling,
            Spelling.isPossible(letters + [letter], tone), letter.isVowel
        {
            letters.append(letter)
            isPlain = true
            show(options)
            return
        }
        mode = .literal
        self.takenBack = options.method == .telex ? takenBack : nil
    }
}
