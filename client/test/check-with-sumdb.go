// Judges checkpoints and proofs with Go's sumdb/note and sumdb/tlog: cases as JSON on standard input, one verdict each
// ("" or the reason for a refusal) as a JSON array on standard output.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type question struct {
	Kind string // "checkpoint", "inclusion" or "consistency"

	Key, Note, Text string // checkpoint: the text that the note should open to

	Index, Size, First int64
	Entry              string
	Root, FirstRoot    tlog.Hash
	Proof              []tlog.Hash
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		log.Fatal(err)
	}
	verdicts := make([]string, len(questions))
	for i, q := range questions {
		if err := judge(q); err != nil {
			verdicts[i] = err.Error()
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(verdicts); err != nil {
		log.Fatal(err)
	}
}

func judge(q question) error {
	switch q.Kind {
	case "checkpoint":
		return judgeCheckpoint(q)
	case "inclusion":
		return tlog.CheckRecord(q.Proof, q.Size, q.Root, q.Index, tlog.RecordHash([]byte(q.Entry)))
	case "consistency":
		return tlog.CheckTree(q.Proof, q.Size, q.Root, q.First, q.FirstRoot)
	}
	return fmt.Errorf("no such kind of case: %q", q.Kind)
}

func judgeCheckpoint(q question) error {
	verifier, err := note.NewVerifier(q.Key)
	if err != nil {
		return err
	}
	opened, err := note.Open([]byte(q.Note), note.VerifierList(verifier))
	if err != nil {
		return err
	}
	if opened.Text != q.Text {
		return fmt.Errorf("the note opens to another text: %q", opened.Text)
	}
	return nil
}
