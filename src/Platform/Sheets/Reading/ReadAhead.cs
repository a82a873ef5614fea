using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>Takes a file apart on one processor while what came before is worked on by another: of a large workbook both cost about the same.</summary>
internal static class ReadAhead
{
    private const int Piece = 256, MostPieces = 8;

    /// <summary>The same in the same order; what the reading throws comes after all that was read before it. Whoever leaves early ends the reading.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source)
    {
        using var pieces = new BlockingCollection<List<T>>(MostPieces);
        using var left = new CancellationTokenSource();
        ExceptionDispatchInfo? fault = null;
        var reading = Task.Run(() => fault = Read(source, pieces, left.Token));
        try
        {
            foreach (var piece in pieces.GetConsumingEnumerable())
                foreach (var item in piece) yield return item;
        }
        finally
        {
            left.Cancel();
            // The file is the caller's again only when nobody reads it any more.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
        fault?.Throw();
    }

    private static ExceptionDispatchInfo? Read<T>(IEnumerable<T> source, BlockingCollection<List<T>> pieces, CancellationToken left)
    {
        try
        {
            var piece = new List<T>(Piece);
            foreach (var item in source)
            {
                piece.Add(item);
                if (piece.Count < Piece) continue;
                pieces.Add(piece, left);
                piece = new List<T>(Piece);
            }
            pieces.Add(piece, left);
            return null;
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            pieces.CompleteAdding();
        }
    }
}
