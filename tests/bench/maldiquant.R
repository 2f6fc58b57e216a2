# The same steps with MALDIquant, for `npm run bench`: square root, Savitzky-Golay, SNIP with 100
# iterations, total ion current. Usage: Rscript --vanilla maldiquant.R ZIP [PROCESSES]. Prints a line of
# JSON. With more than one process, each takes its share of the spectra.
suppressPackageStartupMessages(library(MALDIquant))
begun <- proc.time()[["elapsed"]]

field <- function(lines, key) {
  line <- grep(paste0("^##\\$", key, "="), lines, value = TRUE)[1]
  as.numeric(gsub(",", ".", sub("^[^=]*= *", "", line)))
}

read_fid <- function(folder) {
  lines <- readLines(file.path(folder, "acqu"), warn = FALSE, encoding = "latin1")
  endian <- if (field(lines, "BYTORDA") == 0) "little" else "big"
  fid <- file.path(folder, "fid")
  counts <- readBin(fid, integer(), n = min(field(lines, "TD"), file.size(fid) / 4), endian = endian)
  time <- field(lines, "DELAY") + (seq_along(counts) - 1) * field(lines, "DW")
  a <- field(lines, "ML3")
  b <- sqrt(1e12 / field(lines, "ML1"))
  c <- field(lines, "ML2") - time
  root <- if (a == 0) -c / b else (-b + sqrt(b * b - 4 * a * c)) / (2 * a)
  createMassSpectrum(mass = root^2, intensity = pmax(counts, 0))
}

process <- function(fid) {
  spectrum <- read_fid(dirname(fid))
  if (all(intensity(spectrum) == 0)) return(FALSE)
  spectrum <- transformIntensity(spectrum, method = "sqrt")
  spectrum <- smoothIntensity(spectrum, method = "SavitzkyGolay", halfWindowSize = 10)
  spectrum <- removeBaseline(spectrum, method = "SNIP", iterations = 100)
  spectrum <- calibrateIntensity(spectrum, method = "TIC")
  TRUE
}

arguments <- commandArgs(trailingOnly = TRUE)
processes <- if (length(arguments) > 1) as.integer(arguments[2]) else 1L
folder <- tempfile("maldiquant")
unzip(arguments[1], exdir = folder)
fids <- list.files(folder, pattern = "^fid$", recursive = TRUE, full.names = TRUE)
fids <- fids[file.exists(file.path(dirname(fids), "acqu")) & file.size(fids) > 0]
done <- if (processes == 1) lapply(fids, process) else parallel::mclapply(fids, process, mc.cores = processes)
unlink(folder, recursive = TRUE)
cat(sprintf('{"spectra": %d, "unzipAndProcessSeconds": %.4f, "version": "%s"}\n',
            sum(vapply(done, isTRUE, NA)), proc.time()[["elapsed"]] - begun, packageVersion("MALDIquant")))
