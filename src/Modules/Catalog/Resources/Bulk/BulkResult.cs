namespace Qingdan.Catalog.Resources.Bulk;

/// <summary>What became of a bulk action.</summary>
/// <param name="Decision">By it the action can be undone; 0 when nothing was done.</param>
/// <param name="Done">Resources it was done to.</param>
/// <param name="Left">Resources that were left as they are, because their state or content does not allow it.</param>
internal sealed record BulkResult(long Decision, int Done, int Left);
