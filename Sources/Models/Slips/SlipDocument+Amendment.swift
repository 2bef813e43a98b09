extension SlipDocument {
    /// Which corrected slip the next form 01 is: n where n slips that were handed out have been overtaken by a correction;
    /// nil on the first. What was corrected before anybody had a slip is nobody's second one, and several corrections
    /// between two prints make one new slip.
    ///
    /// - Parameter prints: The journal; nil where it can't be had, and then each correction is taken for one of a slip.
    public static func amendment(_ events: [DossierEvent], prints: [PrintRecord]?) -> Int? {
        let corrections = events.filter { $0.did(.amend) }.map(\.at).sorted()
        guard let prints else { return corrections.isEmpty ? nil : corrections.count }
        var printed = prints.filter { $0.form == SlipForm.appointment.rawValue }.map(\.at).sorted()[...]
        var count = 0
        for correction in corrections {
            let handedOut = printed.prefix { $0 <= correction }
            if !handedOut.isEmpty { count += 1 }
            printed = printed.dropFirst(handedOut.count)
        }
        return count > 0 ? count : nil
    }
}
