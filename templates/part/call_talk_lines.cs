<?cs include!"part/text_lines.cs" ?><input type="hidden" name="ask_token" value="<?cs var:talk.ask_token ?>">
