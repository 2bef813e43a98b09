/// The word before the cursor while it is typed: the keys, what they mean, and what stands on the screen.
struct TypedWord: Hashable, Sendable {
    enum Mode: Hashable, Sendable {
        /// The keys are read as Vietnamese.
        case composing
        /// They are none: they stand as they were typed, up to the end of the word.
        case raw
        /// A mark was taken back by its own key: what follows stands as it is typed.
        case literal
    }

    /// What the last key did, for a repetition of it to take back.
    struct Last: Hashable, Sendable {
        var key: Character
        var mark: Mark
        /// The letters before it.
        var letters: [Letter]
        /// It became a letter by itself: Telex `w`.
        var isLetter = false
    }

    /// What a key took back, and so may still turn out to be an ordinary word: "off-ice", "www".
    enum TakenBack: Hashable, Sendable {
        case tone, stroke, loneW
    }

    /// What was typed since the word began, after what stood there.
    var keys: [Character] = []
    /// How many of `keys` are what stood there.
    var given = 0
    var letters: [Letter] = []
    var tone = Tone.level
    var mode = Mode.composing
    var shown: [Character] = []
    var last: Last?
    var takenBack: TakenBack?
    /// ưo or uơ was made ươ for what follows it; the horn's key, should it still come, has been heeded.
    var isRepaired = false
    /// The circumflex was taken back and a syllable is left (xoong): no more signs, but tones.
    var isPlain = false

    /// Keys that are kept; longer ones are no words.
    static let limit = 64

    init() {}

    /// The word that stands before the cursor, whoever wrote it.
    init(given text: ArraySlice<Character>, isLiteral: Bool, _ options: TypingOptions) {
        keys = Array(text)
        given = keys.count
        shown = keys
        var tones = 0
        for character in text {
            guard let (letter, tone) = Letter.parse(character) else {
                mode = .literal
                return
            }
            letters.append(letter)
            if tone != .level {
                tones += 1
                self.tone = tone
            }
        }
        if isLiteral || tones > 1 || options.checksSpelling && !Spelling.isPossible(letters, tone) {
            mode = .literal
        }
    }

    /// Takes a key that belongs to a word.
    ///
    /// - Returns: false for a sign that means nothing here: it ends the word.
    mutating func take(_ key: Character, _ options: TypingOptions) -> Bool {
        let mark = mode == .composing ? Mark(key, options.method) : nil
        let isSign = options.method == .viqr && !key.isLetter
        if isSign {
            guard let mark, takeBack(mark, key, options) || set(mark, key, options) else { return false }
            keys.append(key)
            return true
        }
        keys.append(key)
        let isMark =
            mark.map { takeBack($0, key, options) || set($0, key, options) || stands($0, key, options) }
            ?? false
        if !isMark { append(key, options) }
        if given == 0, options.checksSpelling, ForeignWords.contains(keys) { giveBack() }
        return true
    }

    /// The keys as they were typed.
    mutating func giveBack() {
        mode = .raw
        shown = keys
        last = nil
        takenBack = nil
    }

    /// Whether the keys have to come back where the word ends: it has begun as a syllable and is none.
    func isUnfinished(_ options: TypingOptions) -> Bool {
        mode == .composing && keys.count > given && options.checksSpelling && shown != keys
            && !Spelling.isComplete(letters, tone)
    }

    // MARK: - Letters

    private mutating func append(_ key: Character, _ options: TypingOptions) {
        last = nil
        switch mode {
        case .raw: shown.append(key)
        case .literal:
            let isVowel = Letter(key)?.isVowel == true
            let isOrdinary =
                switch takenBack {
                case .tone, .stroke: isVowel
                case .loneW: key == "w" || key == "W"
                case nil: false
                }
            takenBack = nil
            if isOrdinary, given == 0, options.checksSpelling { giveBack() } else { shown.append(key) }
        case .composing:
            guard let letter = Letter(key) else { return giveBack() }
            letters.append(letter)
            repair()
            guard isPossible(letters, tone, options) else {
                guard isPlain else { return giveBack() }
                mode = .literal
                shown.append(key)
                return
            }
            show(options)
        }
    }

    /// ươ is written with two signs or with one; before another letter it is always both.
    private mutating func repair() {
        guard letters.count > 2 else { return }
        let start = Spelling.initialLength(letters)
        for index in start..<max(start, letters.count - 2)
        where letters[index].base == UInt8(ascii: "u") && letters[index + 1].base == UInt8(ascii: "o") {
            let first = letters[index].shape
            let second = letters[index + 1].shape
            guard (first == .horn) != (second == .horn), second != .circumflex else { continue }
            letters[index].shape = .horn
            letters[index + 1].shape = .horn
            isRepaired = true
        }
    }

    private func isPossible(_ letters: [Letter], _ tone: Tone, _ options: TypingOptions) -> Bool {
        !options.checksSpelling || Spelling.isPossible(letters, tone)
    }

    mutating func show(_ options: TypingOptions) {
        let place = tone == .level ? nil : Spelling.tonePlace(letters, options.tones)
        shown = letters.indices.map { letters[$0].character($0 == place ? tone : .level) }
    }

    // MARK: - Marks

    private mutating func set(_ mark: Mark, _ key: Character, _ options: TypingOptions) -> Bool {
        let before = letters
        if case .tone(let wanted) = mark {
            guard wanted != tone, letters.contains(where: \.isVowel) else { return false }
            // After a tone these end a sentence more often than they change the tone.
            if tone != .level, key == "." || key == "?" { return false }
            guard isPossible(letters, wanted, options),
                Spelling.tonePlace(letters, options.tones) != nil
            else { return false }
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
    private func choices(_ mark: Mark) -> [[Letter]] {
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
    private mutating func stands(_ mark: Mark, _ key: Character, _ options: TypingOptions) -> Bool {
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

    // MARK: - Taking back

    /// The key of a mark, pressed again, takes the mark away and stands itself.
    private mutating func takeBack(_ mark: Mark, _ key: Character, _ options: TypingOptions) -> Bool {
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
