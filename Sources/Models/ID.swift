/// The id of a thing of the central system: a UUID in lower case, as it stands on the wire.
public typealias ID = String
