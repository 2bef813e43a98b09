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

    /// The last word before this one names things by a letter and a number: giấy, hạng, khu.
    var isAfterNumbered = false
    /// The tone was taken away by a key: that the syllable has none is meant.
    var isToneRemoved = false

    /// The letters of the word after the cursor.
    var rest: [Letter] = []

    /// Letters of the longest syllable, with one to spare.
    static let longest = 8
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
        guard mode == .composing, keys.count > given, options.checksSpelling, shown != keys else {
            return false
        }
        if Spelling.isComplete(letters, tone) { return false }
        return !(tone == .level && isToneRemoved && Spelling.isComplete(letters, .acute))
    }

    /// Whether it stands for a code, as long as nothing follows: VNI's A4, hạng A1.
    ///
    /// A capital by itself with a tone is a word (Ý, Á, Ả) or the beginning of one (Õng). No word is one with ngã, nor Ạ.
    private func isNumbered(_ options: TypingOptions) -> Bool {
        guard options.method == .vni, options.checksSpelling, mode == .composing, given == 0,
            letters.count == 1, letters[0].isUpper, letters[0].shape == .plain, keys.count == 2
        else { return false }
        return tone == .tilde || (tone == .dot && letters[0].base == UInt8(ascii: "a"))
            || (tone != .level && isAfterNumbered)
    }

    /// Whether the keys were the beginning of a code (AA123456, OS-01, as_b) and no word, by what ends them.
    ///
    /// A capital by itself that a digit follows is one; before a hyphen only where no word is such a letter, or a
    /// number stands before it. A stroke is left: ĐC1, QĐ-01. VNI's marks are digits themselves.
    func isCode(before end: Character, after start: Character?, _ options: TypingOptions) -> Bool {
        guard options.checksSpelling, options.method != .vni, given == 0, keys != shown else { return false }
        // No word goes on with an underscore, whatever was taken back in it.
        if end == "_" { return true }
        guard mode == .composing else { return false }
        guard keys.allSatisfy(\.isUppercase), letters.count == 1, letters[0].shape != .stroke else {
            return false
        }
        if end.isNumber { return true }
        guard end == "-" else { return false }
        return tone != .level || keys[0] == "W" || start?.isNumber == true
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
    mutating func repair() {
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

    func isPossible(_ letters: [Letter], _ tone: Tone, _ options: TypingOptions) -> Bool {
        !options.checksSpelling || Spelling.isPossible(letters, tone)
    }

    mutating func show(_ options: TypingOptions) {
        if isNumbered(options) {
            shown = keys
            return
        }
        let place = tone == .level ? nil : tonePlace(options)
        shown = letters.indices.map { letters[$0].character($0 == place ? tone : .level) }
    }

    private func tonePlace(_ options: TypingOptions) -> Int? {
        if !rest.isEmpty, Spelling.isPossible(letters + rest, tone),
            let place = Spelling.tonePlace(letters + rest, options.tones), place < letters.count
        {
            return place
        }
        return Spelling.tonePlace(letters, options.tones)
    }
}
