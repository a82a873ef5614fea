namespace Qingdan.Records.Contracts;

/// <summary>What a form gives for a sign-off.</summary>
/// <param name="Agrees">Consent, or back with a reason.</param>
/// <param name="Opinion">Owed when it goes back.</param>
/// <param name="Paper">The signed sheet, when it was signed on paper.</param>
public sealed record SignOffInput(bool Agrees, string Opinion, PaperSignature? Paper = null);

/// <summary>A signature on paper: no attachment, no step forward.</summary>
/// <param name="Signer">Who signed.</param>
/// <param name="SignedOn">When; not after today.</param>
/// <param name="DocumentNumber">Number of the sheet or the minutes.</param>
/// <param name="ScanFileId">The uploaded scan.</param>
/// <param name="ScanDigest">Its SHA-256.</param>
public sealed record PaperSignature(string Signer, DateOnly? SignedOn, string DocumentNumber, long ScanFileId, string ScanDigest = "");
