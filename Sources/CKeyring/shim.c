// CKeyring
