/// The data that may fill a field in (eForm AF-1).
public enum FillSource {
    /// `card.…` from the identity card, `person.…` from the register of persons, and `previous`: the value that the
    /// applicant's last dossier has under the same id.
    public static let known: Set<String> = {
        let attributes = [
            "name", "identity_number", "birth_date", "sex", "address", "phone", "email", "tax_code",
        ]
        return Set(["card", "person"].flatMap { from in attributes.map { from + "." + $0 } } + ["previous"])
    }()
}
